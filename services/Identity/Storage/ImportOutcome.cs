namespace Portal.Identity.Storage;

/// <summary>
/// What an order came to, kept so that the same order delivered again is answered the same and changes nothing more.
/// </summary>
internal sealed class ImportOutcome
{
    public required Guid ImportId { get; init; }

    public required int Batch { get; init; }

    public required int Added { get; init; }

    public required int Updated { get; init; }

    public required int Unchanged { get; init; }

    public required DateTimeOffset At { get; init; }
}
