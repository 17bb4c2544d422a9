using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Portal.Policies.Features.Imports.StartImport;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Tests.Features;

/// <summary>A line that breaks while a form is read.</summary>
public sealed class UploadReaderTests
{
    private const string Part =
        "--b\r\nContent-Disposition: form-data; name=clients; filename=clients.csv\r\n\r\nclient_ref";

    public static TheoryData<string, string> Breaks() => new()
    {
        { "reset", "upload-invalid" },
        { "ended", "upload-invalid" },
        { "too slow", "upload-invalid" },
        { "too large", "upload-too-large" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_form_that_breaks_off_is_the_sender_s_failure(string how, string code)
    {
        var body = new Pipe();
        await body.Writer.WriteAsync(Encoding.UTF8.GetBytes(Part), TestContext.Current.CancellationToken);
        await body.Writer.CompleteAsync(how switch
        {
            "reset" => new ConnectionResetException("The connection was reset."),
            "ended" => new BadHttpRequestException("Unexpected end of request content."),
            "too slow" =>
                new BadHttpRequestException("Reading the request body timed out.", StatusCodes.Status408RequestTimeout),
            _ => new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge),
        });

        var problems = await ReadAsync(body.Reader.AsStream());

        Assert.Equal(code, Assert.Single(problems).Code);
    }

    private static async Task<IReadOnlyList<Error>> ReadAsync(Stream body)
    {
        await using var upload = new ImportUpload(dryRun: false);
        var http = new DefaultHttpContext();
        (http.Request.ContentType, http.Request.Body) = ("multipart/form-data; boundary=b", body);
        return await ImportUploadReader.ReadAsync(http.Request, upload, TestContext.Current.CancellationToken);
    }
}
