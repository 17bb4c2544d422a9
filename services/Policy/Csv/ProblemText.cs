namespace Portal.Policies.Csv;

/// <summary>What a file says, in a form that can be stored and shown whatever it is.</summary>
internal static class ProblemText
{
    private const int Longest = 200;

    /// <summary>At most 200 characters, control characters other than line breaks replaced.</summary>
    public static string Printable(string text)
    {
        // A surrogate pair is not cut in two.
        var length = text.Length <= Longest
            ? text.Length
            : char.IsHighSurrogate(text[Longest - 1])
            ? Longest - 1
            : Longest;
        var shown = new string(
            [.. text.Take(length).Select(c => char.IsControl(c) && c is not ('\n' or '\r') ? '\uFFFD' : c)]);
        return length < text.Length ? shown + "…" : shown;
    }
}
