import * as vscode from 'vscode';
import type { BindingState, BindingStatus } from '../../../server/src/protocol.js';
import { itemUri } from '../workspace/itemUris.js';
import type { ContentNode } from './contentNodes.js';
import { errorWords } from '../ui/errorWords.js';
import { itemLook } from './itemStates.js';

const { ThemeIcon, TreeItem, TreeItemCollapsibleState: Collapsible } = vscode;
const { t } = vscode.l10n;

/** How a node looks. `status`: that of its binding. */
export function contentItem(node: ContentNode, status: BindingStatus | undefined): vscode.TreeItem {
  switch (node.kind) {
    case 'conflicts':
      return make(t('Conflicts'), Collapsible.Expanded, {
        id: 'conflicts',
        iconPath: new ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
        description: String(node.conflicts.length),
        contextValue: 'conflicts',
      });
    case 'conflict': {
      const { id, path, item } = node.conflict;
      return make(item.title, Collapsible.None, {
        id: `conflict ${node.binding} ${id}`,
        resourceUri: itemUri({ binding: node.binding, path }),
        iconPath: ThemeIcon.File,
        description: `${node.binding} · ${path}`,
        tooltip: t('Both sides changed "{0}". Both versions are kept until you choose.', item.title),
        accessibilityInformation: { label: t('{0}, conflict in {1}', item.title, node.binding) },
        contextValue: 'conflict',
        command: { command: 'docbridge.openBothSides', title: t('Open Both Sides'), arguments: [node] },
      });
    }
    case 'binding':
      return make(node.binding, Collapsible.Expanded, {
        id: `binding ${node.binding}`,
        iconPath: new ThemeIcon(status?.state === 'running' ? 'sync~spin' : 'repo-sync'),
        description: status === undefined ? '' : bindingText(status),
        ...(status === undefined ? {} : { tooltip: bindingTooltip(status) }),
        contextValue: status?.state === 'running' ? 'binding.running' : 'binding',
      });
    case 'item':
      return itemItem(node);
    case 'message':
      return make(node.text, Collapsible.None, {
        id: `message ${node.binding}`,
        iconPath: new ThemeIcon(node.needsSignIn ? 'key' : 'info'),
        tooltip: node.text,
        contextValue: node.needsSignIn ? 'message.signIn' : 'message',
      });
  }
}

function itemItem({ binding, item }: Extract<ContentNode, { kind: 'item' }>): vscode.TreeItem {
  const uri = itemUri({ binding, path: item.path });
  const look = item.entry === undefined ? undefined : itemLook(item.entry.state, t);
  if (item.kind === 'folder') {
    return make(item.label, Collapsible.Collapsed, {
      id: `item ${binding} ${item.path}/`,
      resourceUri: uri,
      iconPath: ThemeIcon.Folder,
      contextValue: 'folder',
    });
  }
  const state = item.entry?.state ?? 'unknown';
  return make(item.label, Collapsible.None, {
    id: `item ${binding} ${item.path}`,
    resourceUri: uri,
    iconPath: item.kind === 'app' ? new ThemeIcon('window') : ThemeIcon.File,
    description: look?.text ?? '',
    tooltip: `${item.path}${look === undefined ? '' : ` • ${look.text}`}`,
    accessibilityInformation: { label: look === undefined ? item.label : `${item.label}, ${look.text}` },
    contextValue: `${item.kind}.${state}`,
    command: { command: 'vscode.open', title: t('Open'), arguments: [uri] },
  });
}

function make(
  label: string,
  collapsible: vscode.TreeItemCollapsibleState,
  fields: Partial<vscode.TreeItem>,
): vscode.TreeItem {
  return Object.assign(new TreeItem(label, collapsible), fields);
}

function bindingText(status: BindingStatus): string {
  if (status.state === 'pending') return t('{0} to export, {1} to import', status.to_git, status.to_platform);
  return stateText(status.state);
}

function stateText(state: BindingState): string {
  switch (state) {
    case 'in-sync':
      return t('in sync');
    case 'pending':
      return t('changes');
    case 'running':
      return t('syncing');
    case 'conflict':
      return t('conflict');
    case 'error':
      return t('error');
    case 'not-connected':
      return t('not connected');
    case 'never-synced':
      return t('not synced yet');
  }
}

/** Plain facts; nothing in it is read as a link that runs something. */
function bindingTooltip({ name, platform, repository, last_run: run, error }: BindingStatus): string {
  const lines = [
    name,
    `${platform.kind} ${platform.url}`,
    `${repository.url} (${repository.branch}${repository.directory === '' ? '' : `, ${repository.directory}`})`,
  ];
  if (run?.completed_at)
    lines.push(t('Last run: {0}', new Date(run.completed_at).toLocaleString(vscode.env.language)));
  if (error !== undefined) lines.push(errorWords(error, t).text);
  return lines.join('\n');
}
