import * as vscode from 'vscode';
import {
  back,
  type Back,
  type Dialogs,
  type InputQuestion,
  type PickItem,
  type PickQuestion,
  type StepInfo,
} from './Dialogs.js';
import { showMessage } from './report.js';

/** The dialogs of the editor itself. */
export class EditorDialogs implements Dialogs {
  pick<T>(question: PickQuestion<T>): Promise<T | Back | undefined> {
    interface Item extends vscode.QuickPickItem {
      readonly item: PickItem<T>;
    }
    const asItem = (item: PickItem<T>): Item => ({
      label: item.label,
      item,
      ...(item.description === undefined ? {} : { description: item.description }),
      ...(item.detail === undefined ? {} : { detail: item.detail }),
    });
    const picker = vscode.window.createQuickPick<Item>();
    const items = question.items.map(asItem);
    picker.placeholder = question.placeholder;
    picker.matchOnDescription = true;
    picker.items = items;
    picker.activeItems = items.filter(({ item }) => item.value === question.active);
    const { fromText } = question;
    if (fromText !== undefined) {
      picker.onDidChangeValue((text) => {
        const typed = text.trim() === '' ? undefined : fromText(text.trim());
        picker.items = typed === undefined ? items : [...items, asItem(typed)];
      });
    }
    return ask(picker, question, () => {
      const [selected] = picker.selectedItems;
      return selected === undefined ? undefined : { value: selected.item.value };
    });
  }

  input(question: InputQuestion): Promise<string | Back | undefined> {
    const box = vscode.window.createInputBox();
    box.prompt = question.prompt;
    box.placeholder = question.placeholder ?? '';
    box.value = question.value ?? '';
    box.password = question.password ?? false;
    const check = (): boolean => {
      const problem = question.validate?.(box.value);
      box.validationMessage = problem;
      return problem === undefined;
    };
    box.onDidChangeValue(check);
    return ask(box, question, () => (check() ? { value: box.value } : undefined));
  }

  async confirm({
    message,
    detail,
    action,
  }: {
    readonly message: string;
    readonly detail: string;
    readonly action: string;
  }): Promise<boolean> {
    const pressed = await vscode.window.showWarningMessage(message, { modal: true, detail }, action);
    return pressed === action;
  }

  message(
    kind: 'error' | 'warning' | 'information',
    text: string,
    actions: readonly string[],
  ): Promise<string | undefined> {
    return showMessage(kind, text, actions);
  }
}

/** Shows a quick input until it is answered; `accepted` gives the answer, or `undefined` to stay open. */
function ask<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { title, step, totalSteps, canGoBack }: StepInfo,
  accepted: () => { readonly value: T } | undefined,
): Promise<T | Back | undefined> {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = step !== undefined;
  input.buttons = canGoBack === true ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    input.onDidTriggerButton((button) => button === vscode.QuickInputButtons.Back && end(back));
    input.onDidAccept(() => {
      const answer = accepted();
      if (answer !== undefined) end(answer.value);
    });
    input.onDidHide(() => end(undefined));
    input.show();

    function end(answer: T | Back | undefined): void {
      resolve(answer);
      input.dispose();
    }
  });
}
