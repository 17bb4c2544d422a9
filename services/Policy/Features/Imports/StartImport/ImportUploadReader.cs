using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Portal.Policies.Csv;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports.StartImport;

/// <summary>Reads the multipart form of an import.</summary>
internal static class ImportUploadReader
{
    /// <summary>What the form's own framing may take besides the files.</summary>
    public const long MostBytesOfForm = ImportUpload.MostBytes + (64 * 1024);

    private const int MostParts = 16;
    private const int BufferBytes = 64 * 1024;

    /// <summary>Longest boundary (RFC 2046, section 5.1.1).</summary>
    private const int LongestBoundary = 70;

    private static readonly string[] Fields = [.. SheetLayout.All.Select(layout => layout.File)];

    /// <summary>Fills the upload; answers everything that is wrong with the form, or nothing.</summary>
    public static async Task<IReadOnlyList<Error>> ReadAsync(
        HttpRequest request, ImportUpload upload, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return [new UploadNotMultipart()];
        }

        if (request.ContentLength > MostBytesOfForm)
        {
            return [new UploadTooLarge()];
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (boundary.Length is 0 or > LongestBoundary)
        {
            return [new UploadNotReadable()];
        }

        var form = new UploadForm(new MultipartReader(boundary.ToString(), request.Body));
        var problems = new List<Error>();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (var parts = 1; await form.NextAsync(cancellationToken) is { } part; parts++)
            {
                if (parts > MostParts)
                {
                    return [new UploadNotReadable()];
                }

                if (await TakeAsync(form, part, upload, buffer, cancellationToken) is { } problem)
                {
                    problems.Add(problem);
                }

                if (upload.IsTooLarge)
                {
                    return [new UploadTooLarge()];
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return form.Problem is { } broken ? [broken]
            : problems.Count == 0 && upload.Files.Count == 0 ? [new UploadWithoutFiles()]
            : problems;
    }

    private static async Task<Error?> TakeAsync(
        UploadForm form, MultipartSection part, ImportUpload upload, Memory<byte> buffer,
        CancellationToken cancellationToken)
    {
        if (part.GetContentDispositionHeader() is not { } disposition)
        {
            return new UploadNotReadable();
        }

        var field = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (!Fields.Contains(field))
        {
            return new FieldUnexpected(field, "The fields are clients, policies and holders; take this one out.");
        }

        if (!disposition.IsFileDisposition())
        {
            return new UploadFieldIsNoFile { Field = field };
        }

        if (upload.Add(field) is not { } file)
        {
            return new UploadFieldTwice { Field = field };
        }

        while (!upload.IsTooLarge && await form.FillAsync(part, buffer, cancellationToken) is > 0 and var length)
        {
            await file.AppendAsync(buffer[..length], cancellationToken);
        }

        return null;
    }
}
