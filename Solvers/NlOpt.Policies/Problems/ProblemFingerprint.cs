using System.Security.Cryptography;

namespace NlOpt.Policies.Problems;

/// <summary>A checksum of everything that decides costs, by which files tell whether they belong to a problem.</summary>
public static class ProblemFingerprint
{
    /// <summary>SHA-256 in lower-case hexadecimal of state, stage models, noises, stage count and target map; names of measures play no part.</summary>
    public static string Of(MultistageProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(problem.Name);
        writer.Write(problem.StageCount);
        writer.Write(problem.TargetMap?.Describe() ?? "");
        foreach (var state in problem.State)
        {
            writer.Write(state.Name);
            Write(writer, state.Initial, state.Lower, state.Upper);
        }

        foreach (var stage in problem.Stages) Write(writer, stage);
        foreach (var noise in problem.Noises)
        {
            writer.Write(noise.Count);
            for (var outcome = 0; outcome < noise.Count; outcome++)
            {
                Write(writer, noise.Probabilities[outcome]);
                foreach (var number in noise.Outcome(outcome)) Write(writer, number);
            }
        }

        writer.Flush();
        return Convert.ToHexStringLower(SHA256.HashData(content.ToArray()));
    }

    private static void Write(BinaryWriter writer, StageModel stage)
    {
        Write(writer, stage.Model.Objective.Expression);
        writer.Write(stage.Model.Variables.Length);
        foreach (var variable in stage.Model.Variables) Write(writer, variable.Lower, variable.Upper);
        writer.Write(stage.Model.Rows.Length);
        foreach (var row in stage.Model.Rows)
        {
            Write(writer, row.Expression);
            Write(writer, row.Lower, row.Upper);
        }

        foreach (var variable in stage.Outgoing) writer.Write(variable.Index);
        foreach (var term in stage.Terms)
        {
            writer.Write(term.Row.Index);
            writer.Write(term.State ?? -1);
            writer.Write(term.Noise ?? -1);
            Write(writer, term.Coefficient);
        }
    }

    private static void Write(BinaryWriter writer, LinearExpression expression)
    {
        writer.Write(expression.Terms.Length);
        foreach (var term in expression.Terms)
        {
            writer.Write(term.Variable.Index);
            Write(writer, term.Coefficient);
        }

        Write(writer, expression.Constant);
    }

    private static void Write(BinaryWriter writer, params ReadOnlySpan<double?> numbers)
    {
        foreach (var number in numbers)
        {
            writer.Write(number is not null);
            writer.Write(number ?? 0);
        }
    }
}
