import pg from 'pg';

/** Rows that wait for the database at most; more are dropped and counted. */
const WAITING = 5_000;
/** How often waiting rows are written, in milliseconds. */
const FLUSH = 500;

/** One batch of telemetry that a sensor sent. */
export interface TelemetryRow {
  readonly sensor: number;
  readonly transactions: number;
  readonly signal: number;
}

const INSERT = `INSERT INTO telemetry (sensor_id, transactions, signal_dbm)
  SELECT * FROM unnest($1::int[], $2::int[], $3::real[])`;
const LAST_SEEN = `UPDATE sensor_state s SET last_seen = now(), signal_dbm = v.signal, batches = s.batches + v.batches
  FROM (SELECT sensor, max(signal) AS signal, count(*)::int AS batches
          FROM unnest($1::int[], $2::real[]) AS t(sensor, signal) GROUP BY sensor) v
  WHERE s.sensor_id = v.sensor`;

/** The gateway's connection to PostgreSQL: writes telemetry in batches, counts what it could not write. */
export class Database {
  private readonly pool: pg.Pool;
  private waiting: TelemetryRow[] = [];
  private reached = false;
  private answering = false;
  written = 0;
  dropped = 0;

  constructor(config: pg.PoolConfig) {
    this.pool = new pg.Pool({ ...config, max: 2, connectionTimeoutMillis: 2_000, statement_timeout: 5_000 });
    this.pool.on('error', () => {
      this.answering = false;
    });
    setInterval(() => void this.flush(), FLUSH);
  }

  /** Whether the database has answered since the program started. */
  get wasReached(): boolean {
    return this.reached;
  }

  get isAnswering(): boolean {
    return this.answering;
  }

  add(row: TelemetryRow): void {
    if (this.waiting.length < WAITING) this.waiting.push(row);
    else this.dropped += 1;
  }

  private async flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    try {
      await this.write(rows);
      this.reached = true;
      this.answering = true;
      this.written += rows.length;
    } catch {
      this.answering = false;
      this.dropped += rows.length;
    }
  }

  private async write(rows: readonly TelemetryRow[]): Promise<void> {
    if (rows.length === 0) {
      await this.pool.query('SELECT 1');
      return;
    }
    const sensors = rows.map(({ sensor }) => sensor);
    const signals = rows.map(({ signal }) => signal);
    await this.pool.query(INSERT, [sensors, rows.map(({ transactions }) => transactions), signals]);
    await this.pool.query(LAST_SEEN, [sensors, signals]);
  }

  /** Sensors that were seen in the last minute. */
  async activeSensors(): Promise<number> {
    const result = await this.pool.query<{ count: string }>(
      "SELECT count(*) FROM sensor_state WHERE last_seen > now() - interval '1 minute'",
    );
    return Number(result.rows[0]?.count ?? 0);
  }
}
