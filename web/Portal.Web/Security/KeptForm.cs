using Microsoft.Extensions.Primitives;

namespace Portal.Web.Security;

/// <summary>
/// What somebody typed into a form that can't be carried out yet. It stands in the page that says why, as hidden
/// fields, and nowhere else: neither stored nor part of an address.
/// </summary>
/// <param name="Fields">The fields as they came.</param>
/// <param name="HadFiles">Whether files came too, which no page can give back.</param>
public sealed record KeptForm(IReadOnlyList<KeyValuePair<string, StringValues>> Fields, bool HadFiles)
{
    /// <exception cref="BadHttpRequestException">The form is broken, or larger than the page takes.</exception>
    public static async Task<KeptForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.FormOrNothingAsync(cancellationToken);
        return new KeptForm([.. form], form.Files.Count > 0);
    }
}
