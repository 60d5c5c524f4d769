/** What is appended to a variable's name after `__` for one binding alone: capitals, other characters `_`. */
export function bindingVariableSuffix(binding: string): string {
  return binding.toUpperCase().replace(/[^A-Z0-9]/gu, '_');
}
