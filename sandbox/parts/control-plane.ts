import { API_SERVER, ETCD, hostPort, SERVICE_RANGE } from '../network.ts';
import { files } from '../supervisor/state.ts';
import { tool } from '../toolchain/index.ts';
import type { Part } from './part.ts';
import { adminTls, probeHttp } from './probe.ts';

/** Addresses of the health endpoints of the two components that serve nothing else. */
const CONTROLLER_MANAGER_HEALTH = 'https://127.0.0.1:10257/healthz';
const SCHEDULER_HEALTH = 'https://127.0.0.1:10259/healthz';

/** The API server: real, with RBAC, the Node authorizer and admission policies. */
export const apiServer: Part = {
  name: 'api-server',
  title: 'kube-apiserver',
  kind: 'service',
  needs: ['etcd'],
  withinMs: 60_000,
  command: ({ directory }) => {
    const pki = (name: string): string => files.pki(directory, name);
    return {
      argv: [
        tool('kube-apiserver'),
        `--etcd-servers=http://${hostPort(ETCD)}`,
        `--bind-address=${API_SERVER.host}`,
        `--advertise-address=${API_SERVER.host}`,
        `--secure-port=${API_SERVER.port}`,
        `--tls-cert-file=${pki('apiserver.crt')}`,
        `--tls-private-key-file=${pki('apiserver.key')}`,
        `--client-ca-file=${pki('ca.crt')}`,
        `--kubelet-certificate-authority=${pki('ca.crt')}`,
        `--kubelet-client-certificate=${pki('apiserver-kubelet-client.crt')}`,
        `--kubelet-client-key=${pki('apiserver-kubelet-client.key')}`,
        '--kubelet-preferred-address-types=InternalIP',
        `--requestheader-client-ca-file=${pki('front-proxy-ca.crt')}`,
        '--requestheader-allowed-names=front-proxy-client',
        '--requestheader-username-headers=X-Remote-User',
        '--requestheader-group-headers=X-Remote-Group',
        '--requestheader-extra-headers-prefix=X-Remote-Extra-',
        `--proxy-client-cert-file=${pki('front-proxy-client.crt')}`,
        `--proxy-client-key-file=${pki('front-proxy-client.key')}`,
        '--authorization-mode=Node,RBAC',
        '--service-account-issuer=https://kubernetes.default.svc',
        `--service-account-key-file=${pki('service-accounts.pub')}`,
        `--service-account-signing-key-file=${pki('service-accounts.key')}`,
        `--service-cluster-ip-range=${SERVICE_RANGE}`,
        '--allow-privileged=true',
        '--shutdown-delay-duration=0s',
      ],
    };
  },
  ready: async ({ directory }) => void (await probeHttp(`https://${hostPort(API_SERVER)}/readyz`, adminTls(directory))),
};

/** The controllers: Deployments, StatefulSets, garbage collection, certificate signing and the rest. */
export const controllerManager: Part = {
  name: 'controller-manager',
  title: 'kube-controller-manager',
  kind: 'service',
  needs: ['api-server'],
  withinMs: 60_000,
  command: ({ directory }) => {
    const pki = (name: string): string => files.pki(directory, name);
    const kubeconfig = pki('controller-manager.kubeconfig');
    return {
      argv: [
        tool('kube-controller-manager'),
        `--kubeconfig=${kubeconfig}`,
        `--authentication-kubeconfig=${kubeconfig}`,
        `--authorization-kubeconfig=${kubeconfig}`,
        '--bind-address=127.0.0.1',
        '--controllers=*',
        '--use-service-account-credentials=true',
        '--leader-elect=false',
        `--root-ca-file=${pki('ca.crt')}`,
        `--service-account-private-key-file=${pki('service-accounts.key')}`,
        `--cluster-signing-cert-file=${pki('ca.crt')}`,
        `--cluster-signing-key-file=${pki('ca.key')}`,
      ],
    };
  },
  ready: ({ directory }) => probeOwnCertificate(CONTROLLER_MANAGER_HEALTH, directory),
};

/** The scheduler: decides which node a pod runs on. */
export const scheduler: Part = {
  name: 'scheduler',
  title: 'kube-scheduler',
  kind: 'service',
  needs: ['api-server'],
  withinMs: 60_000,
  command: ({ directory }) => {
    const kubeconfig = files.pki(directory, 'scheduler.kubeconfig');
    return {
      argv: [
        tool('kube-scheduler'),
        `--kubeconfig=${kubeconfig}`,
        `--authentication-kubeconfig=${kubeconfig}`,
        `--authorization-kubeconfig=${kubeconfig}`,
        '--bind-address=127.0.0.1',
        '--leader-elect=false',
      ],
    };
  },
  ready: ({ directory }) => probeOwnCertificate(SCHEDULER_HEALTH, directory),
};

/** Asks a component that serves its health with a certificate it signed itself, on the loopback of the sandbox. */
async function probeOwnCertificate(url: string, directory: string): Promise<void> {
  await probeHttp(url, { ...adminTls(directory), rejectUnauthorized: false });
}
