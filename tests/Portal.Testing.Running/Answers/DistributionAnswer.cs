namespace Portal.Testing.Running.Answers;

/// <summary>How far the certificates of a renewal are.</summary>
public sealed record DistributionAnswer(string Status, int Total, int Issued, int Delivered, int Failed)
{
    /// <summary>Every mail was accepted or has failed for good.</summary>
    public bool IsFinished() => Status == "finished";
}
