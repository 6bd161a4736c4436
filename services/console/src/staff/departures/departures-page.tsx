export function DeparturesPage() {
  return null;
}
