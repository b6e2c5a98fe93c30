/** What the id of an item may be: letters, digits, full stop, underscore and hyphen, beginning with a letter or digit. */
export const itemIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;
