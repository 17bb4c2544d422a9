using Microsoft.AspNetCore.Http.Features;
using Portal.Policies.Csv;
using Portal.Policies.Http;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.StartImport;

/// <summary>Reads the multipart form of an import.</summary>
internal static class ImportUploadReader
{
    /// <summary>What the form's own framing may take besides the files.</summary>
    public const long MostBytesOfForm = ImportUpload.MostBytes + (64 * 1024);

    private static readonly FormOptions Limits = new() { MultipartBodyLengthLimit = MostBytesOfForm, ValueCountLimit = 16 };

    public static async Task<Outcome<ImportUpload>> ReadAsync(HttpRequest request, string? dryRun, CancellationToken cancellationToken)
    {
        if (DryRunOf(dryRun) is not { } isDryRun)
        {
            return new DryRunNotKnown { Field = "dryRun" };
        }

        if (!request.HasFormContentType)
        {
            return new UploadNotMultipart();
        }

        if (request.ContentLength > MostBytesOfForm)
        {
            return new UploadTooLarge();
        }

        try
        {
            var form = await request.ReadFormAsync(Limits, cancellationToken);
            return await ReadAsync(form, isDryRun, cancellationToken);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new UploadTooLarge();
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            return new UploadNotReadable();
        }
    }

    private static async Task<Outcome<ImportUpload>> ReadAsync(IFormCollection form, bool dryRun, CancellationToken cancellationToken)
    {
        string[] known = [.. SheetLayout.All.Select(layout => layout.File)];
        var problems = new List<Error>();
        problems.AddRange(form.Keys.Select(field => known.Contains(field)
            ? (Error)new UploadFieldIsNoFile { Field = field }
            : new UploadFieldNotKnown { Field = field }));
        problems.AddRange(form.Files.Where(file => !known.Contains(file.Name))
            .Select(file => new UploadFieldNotKnown { Field = file.Name }));
        problems.AddRange(form.Files.GroupBy(file => file.Name).Where(files => files.Count() > 1)
            .Select(files => new UploadFieldTwice { Field = files.Key }));
        if (problems.Count == 0 && form.Files.Count == 0)
        {
            problems.Add(new UploadWithoutFiles());
        }

        if (problems.Count > 0)
        {
            return Outcome<ImportUpload>.Fail(problems);
        }

        if (form.Files.Sum(file => file.Length) > ImportUpload.MostBytes)
        {
            return new UploadTooLarge();
        }

        var files = new Dictionary<string, byte[]>();
        foreach (var file in form.Files)
        {
            var content = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancellationToken);
            files[file.Name] = content;
        }

        return new ImportUpload(files, dryRun);
    }

    private static bool? DryRunOf(string? text) => text switch
    {
        null or "" or "false" => false,
        "true" => true,
        _ => null,
    };
}
