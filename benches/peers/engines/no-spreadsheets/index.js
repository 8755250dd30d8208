// SDEverywhere's compiler loads a reader of spreadsheets whether or not a model has any. The common model has none.
const none = () => {
  throw new Error('there is no reader of spreadsheets here');
};
export const set_fs = () => {};
export const readFile = none;
export const read = none;
export const utils = {};
export default { set_fs, readFile, read, utils };
