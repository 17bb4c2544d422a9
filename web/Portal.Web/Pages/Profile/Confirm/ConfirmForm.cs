using System.Text;
using Portal.Web.Context;
using Portal.Web.Security;

namespace Portal.Web.Pages.Profile.Confirm;

/// <summary>
/// The proof that somebody gives, and the form that waits for it. Its own fields begin with a word of their own, so
/// that none of the kept form's is taken for one.
/// </summary>
public sealed record ConfirmForm
{
    public const string ToField = Own + "to";
    public const string CodeField = Own + "code";
    public const string CredentialField = Own + "credential";
    public const string StateField = Own + "state";

    private const string Own = "confirm.";

    /// <summary>Path of this portal that the kept form goes to; null where what came leads elsewhere.</summary>
    public string? To { get; init; }

    /// <summary>The authenticator app's code as typed.</summary>
    public string? Code { get; init; }

    /// <summary>The browser's answer with a passkey, as JSON; null where a code was typed.</summary>
    public string? Credential { get; init; }

    /// <summary>Came with the question that the browser answered.</summary>
    public string? State { get; init; }

    public required KeptForm Kept { get; init; }

    /// <exception cref="BadHttpRequestException">The form is broken, or larger than the page takes.</exception>
    public static async Task<ConfirmForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await KeptForm.ReadAsync(request, cancellationToken);
        return new ConfirmForm
        {
            To = LocalPath.Of(Value(ToField)) is { } path && Ascii.IsValid(path) ? path : null,
            Code = Value(CodeField),
            Credential = Value(CredentialField),
            State = Value(StateField),
            Kept = form with
            {
                Fields = [.. form.Fields.Where(field => !field.Key.StartsWith(Own, StringComparison.Ordinal))],
            },
        };

        string? Value(string name) => form.Fields.FirstOrDefault(field => field.Key == name).Value;
    }
}
