namespace Portal.Pdf.Documents;

/// <summary>What a document says of itself, written as its information dictionary and as XMP.</summary>
public sealed record DocumentInformation
{
    public required string Title { get; init; }

    /// <summary>Author of the content.</summary>
    public required string Author { get; init; }

    public required string Subject { get; init; }

    /// <summary>Program that wrote the document.</summary>
    public required string Producer { get; init; }

    /// <summary>When the content was made; comes from the caller, so that equal input gives equal bytes.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Language of the text as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en-US";
}
