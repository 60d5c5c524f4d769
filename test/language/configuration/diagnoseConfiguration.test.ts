import assert from 'node:assert/strict';
import { diagnoseConfiguration } from '../../../server/src/language/configuration/diagnoseConfiguration.js';
import { showFindings } from '../../support/showFinding.js';

const binding = {
  name: 'handbook',
  platform: { kind: 'ondoki', url: 'https://docs.example.com', subject: 'p1' },
  repository: { url: 'https://git.example.com/acme/handbook.git', branch: 'main', directory: 'docs' },
};

function check(value: unknown): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  return showFindings(text, diagnoseConfiguration(text, 'docbridge.json'));
}

suite('docbridge.json', () => {
  test('nothing to say about a right one', () => {
    assert.deepEqual(check({ bindings: [binding] }), []);
  });

  test('syntax errors and repeated keys have their place', () => {
    assert.deepEqual(check('{"bindings": [}'), ['error json-syntax 0:14 |}|']);
    assert.equal(check('').length > 0, true);
  });

  test('an unknown key is marked itself, a missing one at what lacks it', () => {
    assert.deepEqual(check({ bindings: [{ ...binding, branche: 1 }] }), [
      'error configuration 14:3 |"branche"|',
    ]);
    const { platform, ...rest } = binding;
    assert.ok(platform);
    assert.deepEqual(check({ bindings: [rest] }), ['error configuration 2:2 |{|']);
  });

  test('a wrong value is marked itself', () => {
    const found = check({ bindings: [{ ...binding, direction: 'up' }] });
    assert.deepEqual(found, ['error configuration 14:16 |"up"|']);
    const user = { ...binding.repository, url: 'https://ann:secret@git.example.com/x.git' };
    const text = JSON.stringify({ bindings: [{ ...binding, repository: user }] });
    const findings = diagnoseConfiguration(text, 'docbridge.json');
    assert.equal(findings.length, 1);
    assert.ok(!findings[0]!.message.includes('secret'));
    assert.equal(showFindings(text, findings)[0]?.split(' |')[1], `"${user.url}"|`);
  });
});
