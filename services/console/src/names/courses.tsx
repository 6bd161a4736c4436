import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { localText } from '../format/names.ts';
import { useMay } from '../session/me.ts';
import { useLocale } from '../texts/use-locale.ts';

/** The agency's courses. */
export function useCourses() {
  const enabled = useMay()('identity.course.read');
  return useQuery({
    queryKey: ['identity', 'course'],
    queryFn: async ({ signal }) => (await answer(api.identity.GET('/v1/courses', { signal }))).courses,
    enabled,
    staleTime: 60_000,
  });
}

/** What a course is called. */
export function CourseName({ code }: { readonly code: string }) {
  useLocale();
  const course = useCourses().data?.find((one) => one.code === code);
  return <>{course ? localText(course.name) : code}</>;
}
