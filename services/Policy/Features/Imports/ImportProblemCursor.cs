namespace Portal.Policies.Features.Imports;

/// <summary>Where a page of problems ended.</summary>
internal sealed record ImportProblemCursor(string File, int Line, long Id);
