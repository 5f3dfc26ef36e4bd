using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Cli;

/// <summary>What the process returns; docs/reference/exit-codes.md is the table for users.</summary>
internal static class ExitCode
{
    /// <summary>It was done.</summary>
    public const int Done = 0;

    /// <summary>It was done and the answer is no: infeasible, unbounded, declined, or stopped by a limit before any plan was found.</summary>
    public const int AnswerIsNo = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The input cannot be used.</summary>
    public const int BadInput = 3;

    /// <summary>An engine or a service is missing or failed, or nlopt itself did.</summary>
    public const int Failed = 4;

    /// <summary>Ctrl-C.</summary>
    public const int Cancelled = 130;

    /// <summary>The code for an operation that gave these diagnostics instead of a value.</summary>
    public static int Of(ImmutableArray<Diagnostic> diagnostics)
    {
        var code = diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)?.Code ?? "";
        return code switch
        {
            // The text itself cannot be used; every other refusal of the reader means that it is no problem it can solve.
            "read.empty" or "read.too-long" or "read.not-text" or "read.number" => BadInput,
            "reason.no-plan" => AnswerIsNo,
            _ when code.StartsWith("read.", StringComparison.Ordinal) => AnswerIsNo,
            "model.settings" or "model.prompt-too-long" => BadInput,
            _ when code.StartsWith("model.", StringComparison.Ordinal) || code.StartsWith("dialogue.", StringComparison.Ordinal) => Failed,
            "solve.engine-missing" or "onnx.runtime-missing" or "plot.engine-missing" or "reader.weights" or "weights.damaged" => Failed,
            _ => BadInput,
        };
    }
}
