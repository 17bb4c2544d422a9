namespace Portal.Testing.Running.Answers;

/// <summary>A page of a list.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Next">Cursor of the page that follows; null on the last.</param>
public sealed record PageAnswer<T>(IReadOnlyList<T> Items, string? Next);
