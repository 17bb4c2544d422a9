namespace Portal.Policies.Csv;

/// <summary>
/// A row and what it says; what a refused one says is only good for looking for more that is wrong with it.
/// </summary>
internal sealed record ReadRow<T>(SheetRow Row, T Value);
