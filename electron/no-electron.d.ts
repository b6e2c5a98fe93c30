// Stands in for the 'electron' module outside electron/shell, so that an import of it there does not compile.
export {};
