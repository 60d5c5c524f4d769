import { pages } from './DemoPart.js';
import type { DemoPart } from './DemoPart.js';

/** Somebody works in a clone with the real git: edits a page, renames one, adds one, changes an app. */
export async function gitEditPart({ stage, narrator }: DemoPart): Promise<void> {
  const { checkout } = stage;
  await narrator.step('A colleague works in Git: edits, renames and adds a page, changes an app');
  await narrator.command(`git clone ${stage.binding.repository.url}`);
  await checkout.replace(pages.edited, '60 to 70 kg', '59 to 69 kg');
  await checkout.move(pages.moved, pages.movedTo);
  await checkout.replace(pages.movedTo, 'title: Start here', `title: ${pages.movedTitle}`);
  await checkout.write(
    pages.added,
    [
      '---',
      `title: ${pages.addedTitle}`,
      '---',
      '',
      `# ${pages.addedTitle}`,
      '',
      'Under the **table**, not under the sacks. See [Gas and dust](Gas%20and%20dust.md).',
      '',
      '- [ ] count everybody in the yard',
      '- [x] buy a whistle',
      '',
    ].join('\n'),
  );
  await checkout.replace(pages.app, 'sack.moisture > 12', 'sack.moisture > 11.5');
  await checkout.push('Weigh the sacks again');
  await narrator.command('git commit --all && git push');
  await narrator.show(await checkout.git('show', '--format=%h %an  %s', '--stat=76', '-M'));
}
