using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline.Diagnosis;
using NlOpt.Solving;

namespace NlOpt.Tools;

/// <summary>The engines behind the operations, and the frame each runs in: arguments checked, time and size of the answer limited.</summary>
internal sealed class ToolEngines(IFormulator formulator, ISolver solver, ToolLimits limits)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads problems.</summary>
    public IFormulator Formulator => formulator;

    /// <summary>Solves models.</summary>
    public ISolver Solver => solver;

    /// <summary>Gives reasons.</summary>
    public ReasonFinder Finder(ToolRequest request) => new(solver, new DiagnosisOptions
    {
        Kinds = request.Kinds,
        Solver = request.Options,
        Musts = [.. request.Musts],
    });

    /// <summary>Runs an operation.</summary>
    public Result<JsonElement> Run(
        JsonElement arguments,
        ImmutableHashSet<string> parameters,
        Func<ToolEngines, ToolRequest, CancellationToken, Result<Action<Utf8JsonWriter>>> operation,
        CancellationToken cancellationToken)
    {
        ToolRequest request;
        try
        {
            request = ToolRequest.Read(arguments, parameters, limits);
        }
        catch (JsonException error)
        {
            return Failure("tool.arguments", error.Message, "see the schema of the tool");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(limits.LongestTime);
        try
        {
            var answered = operation(this, request, limit.Token);
            cancellationToken.ThrowIfCancellationRequested();
            return answered.TryGetValue(out var write) ? Element(write) : Result.Failure<JsonElement>(answered.Diagnostics);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failure("tool.time", $"it took longer than {limits.LongestTime.TotalSeconds} seconds", "make the problem smaller");
        }
    }

    private Result<JsonElement> Element(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable)) write(writer);
        if (stream.Length > limits.LongestAnswer)
        {
            return Failure(
                "tool.answer",
                $"the answer has {stream.Length} bytes, more than the {limits.LongestAnswer} that are given",
                "make the problem smaller");
        }

        using var document = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return Result.Success(document.RootElement.Clone());
    }

    private static Result<JsonElement> Failure(string code, string message, string remedy) =>
        Result.Failure<JsonElement>(Diagnostic.Error(code, message, remedy: remedy));
}
