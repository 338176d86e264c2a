/** Lets the person choose files; an empty list when the choice is called off. */
export const pickFiles = (accept: string): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = accept;
    input.hidden = true;
    const done = (files: readonly File[]): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    // Outside of the document it could be collected before the system's dialog opens.
    document.body.append(input);
    input.click();
  });
