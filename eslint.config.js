import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["artifacts/", "cache/", "dist/", "coverage/", "typechain-types/"]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["test/**/*.ts"],
    languageOptions: { globals: globals.mocha },
    rules: {
      "@typescript-eslint/no-unused-expressions": "off",
    },
  },
  // Tests stand on top of everything: they may use the tools, and nothing uses them.
  {
    files: ["deploy/**", "scripts/**", "src/**", "tools/**"],
    rules: { "no-restricted-imports": ["error", { patterns: ["**/test/**"] }] },
  },
  // Sentences and ways out stand in the catalogue, once.
  {
    files: ["src/**"],
    ignores: ["src/errors/{error,refusal}.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='PortcullisError']", message: "Use refusal(code, facts)." },
      ],
    },
  },
  { files: ["**/*.{js,mjs}"], languageOptions: { globals: globals.node } },
);
