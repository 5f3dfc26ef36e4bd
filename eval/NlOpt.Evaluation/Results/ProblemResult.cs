using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NlOpt.Evaluation;

/// <summary>Everything measured on one problem. Its texts come from the data set and the system: untrusted, and not ours to publish.</summary>
public sealed record ProblemResult
{
    /// <summary>Id of the problem.</summary>
    public required string Id { get; init; }

    /// <summary>The fold of a cross-validation that held it out, from 0; null for a plain run.</summary>
    public int? Fold { get; init; }

    /// <summary>The document.</summary>
    public required string Text { get; init; }

    /// <summary>What the system did.</summary>
    public required ReadingOutcome Outcome { get; init; }

    /// <summary>Why it declined or failed; null when it read the text.</summary>
    public string? Message { get; init; }

    /// <summary>Wall-clock time of the reading alone, milliseconds.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>The system's own probability that all is right; null when it read nothing.</summary>
    public double? Probability { get; init; }

    /// <summary>The system's own probability of the objective; null when it read nothing.</summary>
    public double? ObjectiveProbability { get; init; }

    /// <summary>The gold variables by column: all mentions of each.</summary>
    public required ImmutableArray<string> GoldVariables { get; init; }

    /// <summary>The predicted variables by name.</summary>
    public ImmutableArray<string> PredictedVariables { get; init; } = [];

    /// <summary>The predicted variable of each gold column, as a position in <see cref="PredictedVariables"/>; null for none.</summary>
    public ImmutableArray<int?> VariableOfColumn { get; init; } = [];

    /// <summary>The gold objective as algebra.</summary>
    public required string GoldObjective { get; init; }

    /// <summary>The predicted objective as algebra; null when nothing was read.</summary>
    public string? PredictedObjective { get; init; }

    /// <summary>The gold rows.</summary>
    public required ImmutableArray<RowResult> GoldRows { get; init; }

    /// <summary>The predicted rows without repetitions.</summary>
    public ImmutableArray<RowResult> PredictedRows { get; init; } = [];

    /// <summary>The official metric's counts.</summary>
    public required OfficialScore Official { get; init; }

    /// <summary>As many variables as the gold.</summary>
    public bool VariableCountRight { get; init; }

    /// <summary>Maximized or minimized as the gold.</summary>
    public bool SenseRight { get; init; }

    /// <summary>The objective vector, its sense aside, is the gold one.</summary>
    public bool ObjectiveRight { get; init; }

    /// <summary>All is right: rows, objective, sense, number of variables.</summary>
    public bool ModelRight { get; init; }

    /// <summary>Execution with whole variables; null when models were not solved.</summary>
    public ExecutionResult? Integer { get; init; }

    /// <summary>Execution with continuous variables; null when models were not solved.</summary>
    public ExecutionResult? Continuous { get; init; }

    /// <summary>What is wrong, the earliest kind first; empty when the model is right.</summary>
    public required ImmutableArray<ErrorFinding> Errors { get; init; }

    /// <summary>What each row was read as.</summary>
    public required ImmutableArray<TypePair> Types { get; init; }

    /// <summary>The questions the system would ask, the costliest doubt first.</summary>
    public ImmutableArray<QuestionResult> Questions { get; init; } = [];

    /// <summary>Entity matches; null when the system gives no spans or the document has no labels.</summary>
    public EntityCounts? Entities { get; init; }

    /// <summary>The first error; null when the model is right.</summary>
    [JsonIgnore]
    public ErrorFinding? MainError => Errors.IsEmpty ? null : Errors[0];
}
