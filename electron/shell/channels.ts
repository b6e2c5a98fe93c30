/** The channels between the preload and main: all there is. */
export const channels = {
	call: 'underlag:call',
	cancel: 'underlag:cancel',
	chooseProject: 'underlag:choose-project',
	chooseProjectPath: 'underlag:choose-project-path',
	saveFile: 'underlag:save-file',
	setKiosk: 'underlag:set-kiosk',
	/** To the page. */
	event: 'underlag:event',
	command: 'underlag:command',
} as const;
