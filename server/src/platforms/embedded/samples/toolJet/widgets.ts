import type { Json } from '../../../../convert/tiptap.js';
import type { ActionPlan, Box, ComponentPlan, JsonObject } from './AppPlan.js';

type Extra = Partial<Pick<ComponentPlan, 'parent' | 'slot' | 'actions' | 'validation' | 'styles'>> & {
  readonly more?: JsonObject;
};

/** ToolJet wraps every property: `{text: 'Save'}` is stored as `{text: {value: 'Save'}}`. */
function values(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, { value }]));
}

const shown: JsonObject = {
  visibility: '{{true}}',
  disabledState: '{{false}}',
  loadingState: '{{false}}',
  tooltip: '',
};

function widget(type: string, name: string, box: Box, properties: JsonObject, extra: Extra): ComponentPlan {
  const { more, styles, validation, ...rest } = extra;
  return {
    name,
    type,
    box,
    properties: values({ ...properties, ...shown, ...more }),
    styles: values({ borderRadius: '{{6}}', padding: 'default', ...styles }),
    ...(validation && { validation: values(validation) }),
    ...rest,
  };
}

export function text(name: string, box: Box, words: string, extra: Extra = {}): ComponentPlan {
  return widget('Text', name, box, { textFormat: 'html', text: words, dynamicHeight: '{{false}}' }, extra);
}

export function button(name: string, box: Box, label: string, extra: Extra = {}): ComponentPlan {
  const styles = {
    type: 'primary',
    backgroundColor: 'var(--cc-primary-brand)',
    textColor: '#FFFFFF',
    ...extra.styles,
  };
  return widget('Button', name, box, { text: label }, { ...extra, styles });
}

export function textInput(
  name: string,
  box: Box,
  label: string,
  placeholder: string,
  extra: Extra = {},
): ComponentPlan {
  const validation = {
    mandatory: '{{true}}',
    regex: '',
    minLength: '',
    maxLength: '',
    customRule: '',
    ...extra.validation,
  };
  return widget('TextInput', name, box, { value: '', label, placeholder }, { ...extra, validation });
}

export function numberInput(
  name: string,
  box: Box,
  label: string,
  limits: readonly [number, number],
  extra: Extra = {},
): ComponentPlan {
  const [minValue, maxValue] = limits;
  const properties = {
    value: '',
    label,
    minValue: `{{${minValue}}}`,
    maxValue: `{{${maxValue}}}`,
    decimalPlaces: '{{1}}',
  };
  return widget('NumberInput', name, box, properties, extra);
}

export function datePicker(name: string, box: Box, label: string, extra: Extra = {}): ComponentPlan {
  return widget('DatePickerV2', name, box, { label, defaultValue: '', dateFormat: 'DD/MM/YYYY' }, extra);
}

export function dropdown(
  name: string,
  box: Box,
  label: string,
  options: string,
  extra: Extra = {},
): ComponentPlan {
  return widget(
    'DropdownV2',
    name,
    box,
    { label, advanced: '{{true}}', schema: options, placeholder: 'Choose' },
    extra,
  );
}

export function container(name: string, box: Box, extra: Extra = {}): ComponentPlan {
  return widget('Container', name, box, { showHeader: '{{false}}', dynamicHeight: '{{false}}' }, extra);
}

export function modal(name: string, box: Box, extra: Extra = {}): ComponentPlan {
  const properties = {
    useDefaultButton: '{{false}}',
    size: 'lg',
    showHeader: '{{true}}',
    showFooter: '{{true}}',
    hideOnEsc: '{{true}}',
    closeOnClickingOutside: '{{false}}',
    modalHeight: '{{400}}',
  };
  return widget('ModalV2', name, box, properties, extra);
}

export function statistics(
  name: string,
  box: Box,
  label: string,
  value: string,
  extra: Extra = {},
): ComponentPlan {
  return widget(
    'Statistics',
    name,
    box,
    { primaryValueLabel: label, primaryValue: value, hideSecondary: '{{true}}' },
    extra,
  );
}

export function chart(name: string, box: Box, title: string, data: string, extra: Extra = {}): ComponentPlan {
  return widget(
    'Chart',
    name,
    box,
    { title, type: 'bar', data, showAxes: '{{true}}', showGridLines: '{{true}}' },
    extra,
  );
}

export function divider(name: string, box: Box, extra: Extra = {}): ComponentPlan {
  return widget('Divider', name, box, { label: '' }, extra);
}

/** A table; `columns` are keys of the rows with the heading and type that they show. */
export function dataTable(
  name: string,
  box: Box,
  data: string,
  columns: readonly (readonly [key: string, heading: string, type: string])[],
  extra: Extra = {},
): ComponentPlan {
  const shownColumns: Json[] = columns.map(([key, heading, columnType]) => ({
    id: `${name}-${key}`,
    name: heading,
    key,
    columnType,
    isEditable: '{{false}}',
    columnVisibility: '{{true}}',
  }));
  const properties = {
    dataSourceSelector: 'rawJson',
    data,
    autogenerateColumns: false,
    useDynamicColumn: '{{false}}',
    rowsPerPage: '{{20}}',
    displaySearchBox: '{{true}}',
    showDownloadButton: '{{true}}',
    showFilterButton: '{{true}}',
    columns: shownColumns,
  };
  return widget('Table', name, box, properties, extra);
}

export function runs(query: string, on = 'onClick'): ActionPlan {
  return { on, action: { actionId: 'run-query' }, query };
}

export function opens(modalName: string, on = 'onClick'): ActionPlan {
  return { on, action: { actionId: 'show-modal' }, modal: modalName };
}

export function closes(modalName: string, on = 'onClick'): ActionPlan {
  return { on, action: { actionId: 'close-modal' }, modal: modalName };
}

export function says(message: string, alertType: 'success' | 'error' | 'info', on: string): ActionPlan {
  return { on, action: { actionId: 'show-alert', message, alertType } };
}
