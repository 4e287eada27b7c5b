/** Where a job's files are kept for people. Names are unique within a run. Rejects with a PortError. */
export interface Artifacts {
  /** Upload files of one folder under a name; answers the id by which the run's page links it. */
  upload(name: string, folder: string, files: readonly string[]): Promise<{ readonly id?: number }>;
}
