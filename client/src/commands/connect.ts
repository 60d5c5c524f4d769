import * as vscode from 'vscode';
import { addBinding, bindingNames, freeName } from '../bindings/addBinding.js';
import { readTextFile } from '../bindings/configurationFiles.js';
import { ConnectSeries } from '../connect/ConnectSeries.js';
import type { ConnectDraft } from '../connect/ConnectDraft.js';
import { platformSteps } from '../connect/platformSteps.js';
import { repositorySteps } from '../connect/repositorySteps.js';
import { runSteps } from '../ui/steps.js';
import { contentViewId } from '../views/contentViewId.js';
import type { Command } from './Command.js';

/** Ties a subject of a platform to a repository and writes that into docbridge.json. */
export const connect: Command = {
  id: 'docbridge.connect',
  async run(context) {
    const series = new ConnectSeries(context);
    const isDone = await runSteps([...platformSteps(series), ...repositorySteps(series)]);
    if (!isDone) return;
    await context.bindings.load().catch(() => undefined);
    await write(
      context.bindings.target,
      series.draft,
      context.bindings.all.map(({ name }) => name),
    );
    await context.bindings.reload();
    await vscode.commands.executeCommand(`${contentViewId}.focus`);
  },
};

async function write(uri: vscode.Uri, draft: ConnectDraft, used: readonly string[]): Promise<void> {
  const text = await readTextFile(uri);
  const { kind, platformUrl, subject, subjectName, repositoryUrl, branch, directory, direction } = draft;
  const next = addBinding(text, {
    name: freeName(subjectName, [...used, ...bindingNames(text)]),
    platform: { kind, url: platformUrl, subject },
    repository: { url: repositoryUrl, branch, directory },
    direction,
  });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(next));
}
