/**
 * What the page may do: nothing but its own files and its own server. Inline styles stay allowed because the component library and the text
 * editor write style elements as they run; a style can neither fetch from elsewhere nor run here.
 */
const contentPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** On every answer, refusals too. Never a header that lets another origin read. */
export const securityHeaders: Record<string, string> = {
	'Content-Security-Policy': contentPolicy,
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy':
		'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), display-capture=(), payment=()',
	'Cache-Control': 'no-store',
};
