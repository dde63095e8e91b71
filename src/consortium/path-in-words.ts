export { inWords } from "../network/path-in-words.js";
