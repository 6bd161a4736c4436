import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Verdict, verdictOf } from '../check.ts';
import { runCommand } from '../command.ts';
import { toolEnvironment } from '../config.ts';
import { findLooseContainers } from './containers.ts';
import { findMisfits } from './environments.ts';
import { findLooseEnds, findMissingManifests } from './references.ts';
import { parseManifests, workloadsOf } from './rendered.ts';

/** Every overlay renders, what it renders is closed and complete, and every service can read its configuration from it. */
export async function checkManifests(): Promise<Verdict> {
  if (!isOnPath('kubectl')) return verdictOf([], ['skipped: no kubectl']);
  const overlays = globSync('k8s/overlays/*/kustomization.yaml').map((file) => join(file, '..'));
  const complaints = await Promise.all(overlays.map(checkOverlay));
  return verdictOf(complaints.flat());
}

async function checkOverlay(overlay: string): Promise<string[]> {
  const { code, output, stdout } = await runCommand('kubectl', ['kustomize', overlay]);
  if (code !== 0) return [`${overlay}: does not render\n${output.trimEnd()}`];
  const manifests = parseManifests(stdout);
  const services = globSync('services/*/src/main.ts').map((file) => file.split('/')[1] ?? '');
  const complaints = [
    ...findMissingManifests(manifests, services),
    ...findLooseEnds(manifests),
    ...workloadsOf(manifests).flatMap(findLooseContainers),
    ...(await findMisfits(manifests, services)),
  ];
  return complaints.map((complaint) => `${overlay}: ${complaint}`);
}

function isOnPath(program: string): boolean {
  return (toolEnvironment['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => isExecutable(join(folder, program)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us: both mean "look further".
    return false;
  }
}
