import { useCall } from '../api/use-call.ts';
import { rooms } from './rooms.ts';

/** Rooms that show results: a copy for gathering somebody else's answers has none. */
const resultRooms: readonly string[] = ['analyse', 'report'];

/** The rooms of the open project, in the order of the work. */
export function useRooms() {
	const administers = useCall('handover.role', {}).data?.role === 'administrator';
	return administers ? rooms.filter(({ name }) => !resultRooms.includes(name)) : rooms;
}
