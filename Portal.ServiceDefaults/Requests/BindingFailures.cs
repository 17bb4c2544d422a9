using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Requests;

/// <summary>
/// Names the field that kept a request from being bound to its route's parameters, and what it takes. The framework
/// alone answers a bare 400.
/// </summary>
internal sealed partial class BindingFailures(IOptions<JsonOptions> json) : IExceptionHandler
{
    private static readonly BodyInvalid NotJson = new(
        "The JSON can't be read here; dates are written 2026-07-01, amounts as numbers, ids as UUIDs, everything "
        + "else as text.");

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } failure
            || ErrorOf(failure, httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint) is not { } error)
        {
            return false;
        }

        await error.ToProblem().ExecuteAsync(httpContext);
        return true;
    }

    private Error? ErrorOf(BadHttpRequestException failure, Endpoint? endpoint)
    {
        var named = ParameterName().Match(failure.Message) is { Success: true } match
            ? match.Groups["name"].Value
            : null;
        if (endpoint?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().FirstOrDefault(
                bound => bound.Name == named) is not { } parameter)
        {
            return null;
        }

        if (failure.InnerException is JsonException broken)
        {
            return broken.Message.StartsWith(NulCharacterCheck.Unkeepable, StringComparison.Ordinal)
                ? new BodyInvalid(NulCharacterCheck.Unkeepable)
                : BodyShape.ErrorOf(broken, parameter.ParameterInfo.ParameterType, json.Value.SerializerOptions)
                    ?? NotJson;
        }

        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType == parameter.ParameterInfo.ParameterType)
        {
            return new BodyRequired();
        }

        var name = parameter.ParameterInfo.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name
            ?? parameter.Name;
        return failure.Message.StartsWith("Required", StringComparison.Ordinal)
            ? new FieldRequired(name)
            : new FieldInvalid(name, $"'{name}' takes {FieldForms.Of(parameter.ParameterInfo.ParameterType)}.");
    }

    // Failed to bind parameter "Guid client" from "x". Implicit body inferred for parameter "request" but no body was
    // provided.
    [GeneratedRegex("parameter \"(?:[^\"]* )?(?<name>[^\" ]+)\"")]
    private static partial Regex ParameterName();
}
