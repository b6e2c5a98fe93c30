/** One change of the project file's shape. A file each; never edited once a version with it is released. */
export interface Migration {
	/** The `user_version` that the file has after it. */
	readonly version: number;
	readonly sql: string;
}
