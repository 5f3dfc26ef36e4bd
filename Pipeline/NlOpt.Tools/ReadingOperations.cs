using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline;

namespace NlOpt.Tools;

/// <summary>The operations that read and do not solve.</summary>
internal static class ReadingOperations
{
    /// <summary><c>formulate</c>.</summary>
    public static Result<Action<Utf8JsonWriter>> Formulate(ToolEngines engines, ToolRequest request, CancellationToken cancellationToken)
    {
        var lowering = Lower(engines, request, cancellationToken);
        return lowering.TryGetValue(out var lowered)
            ? Result.Success<Action<Utf8JsonWriter>>(writer => ToolAnswer.WriteFormulation(writer, lowered, lowering.Diagnostics))
            : Result.Failure<Action<Utf8JsonWriter>>(lowering.Diagnostics);
    }

    /// <summary><c>export</c>.</summary>
    public static Result<Action<Utf8JsonWriter>> Export(ToolEngines engines, ToolRequest request, CancellationToken cancellationToken)
    {
        var lowering = Lower(engines, request, cancellationToken);
        if (!lowering.TryGetValue(out var lowered)) return Result.Failure<Action<Utf8JsonWriter>>(lowering.Diagnostics);
        var text = ModelText.Of(lowered.Model, request.Format!);
        return Result.Success<Action<Utf8JsonWriter>>(writer =>
        {
            ToolAnswer.Start(writer, "export");
            writer.WriteString("format", request.Format);
            writer.WriteString("model", text);
            writer.WriteEndObject();
        });
    }

    private static Result<LoweredModel> Lower(ToolEngines engines, ToolRequest request, CancellationToken cancellationToken)
    {
        var read = engines.Formulator.Formulate(Source.Of(request.Problem), cancellationToken);
        if (!read.TryGetValue(out var reading)) return Result.Failure<LoweredModel>(read.Diagnostics);
        var lowering = Lowering.Lower(reading.Best, new LoweringOptions { Kinds = request.Kinds });
        return lowering.TryGetValue(out var lowered)
            ? Result.Success(lowered, [.. read.Diagnostics, .. lowering.Diagnostics])
            : Result.Failure<LoweredModel>([.. read.Diagnostics, .. lowering.Diagnostics]);
    }
}
