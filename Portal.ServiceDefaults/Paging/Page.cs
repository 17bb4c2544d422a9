namespace Portal.ServiceDefaults.Paging;

/// <summary>One page of a list. <c>next</c> is null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
