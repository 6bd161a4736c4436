import { followCertificates } from '../assessments/follow-certificates.ts';
import { listDueRoute } from '../assessments/list-due.ts';
import { readTrainingRoute } from '../assessments/read-training.ts';
import { recordAssessmentRoute } from '../assessments/record-assessment/record-assessment.ts';
import { requiredCourseRoutes } from '../roles/required-courses/set-required-courses.ts';
import { courseRoutes } from './define-course.ts';
import { trainingRoutes } from './hold-training.ts';

/** What identity offers about courses, and about the roles that ask for them. */
export const trainingDoors = () => ({
  routes: [
    ...courseRoutes(),
    ...trainingRoutes(),
    recordAssessmentRoute(),
    readTrainingRoute(),
    listDueRoute(),
    ...requiredCourseRoutes(),
  ],
  reactions: followCertificates,
});
