using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies;

/// <summary>Reads the members that an event must have, and notes what is wrong with them.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="path">Where the members are in the request, such as <c>new.</c>; empty for the request itself.</param>
internal sealed class EventFields(List<Error> problems, string path = "")
{
    private const int LongestReason = 500;

    public T Given<T>(T? value, string member)
        where T : struct
    {
        if (value is null)
        {
            problems.Add(new FieldRequired(path + member));
        }

        return value.GetValueOrDefault();
    }

    public string Text(string? text, string member)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new FieldRequired(path + member));
        }

        return text?.Trim() ?? "";
    }

    /// <summary>A reason that has to be given.</summary>
    public string Reason(string? reason) => MayHaveReason(Text(reason, "reason"))!;

    /// <summary>A reason that may be given.</summary>
    public string? MayHaveReason(string? reason)
    {
        if (reason is { Length: > LongestReason })
        {
            problems.Add(new FieldOutOfRange(path + "reason", $"'reason' has at most {LongestReason} characters."));
        }
        else if (reason?.Any(char.IsControl) is true)
        {
            problems.Add(new FieldInvalid(path + "reason", "'reason' takes text on one line."));
        }

        return string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
    }
}
