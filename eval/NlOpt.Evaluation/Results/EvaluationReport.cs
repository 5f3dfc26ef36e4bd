using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NlOpt.Evaluation;

/// <summary>The outcome of a run: one system on one data set. It quotes the data, so it is written to output folders and never committed.</summary>
public sealed record EvaluationReport
{
    /// <summary>Version of the file format that this code writes and reads.</summary>
    public const int CurrentVersion = 2;

    /// <summary>Version of the file format.</summary>
    public required int Version { get; init; }

    /// <summary>Name of the data set.</summary>
    public required string Dataset { get; init; }

    /// <summary>SHA-256 of its file: the version of the labels.</summary>
    public required string DatasetSha256 { get; init; }

    /// <summary>Number of problems in the data set.</summary>
    public required int ProblemCount { get; init; }

    /// <summary>Name of the system.</summary>
    public required string System { get; init; }

    /// <summary>Whether the system was trained on these very labels: its scores then say little about new problems.</summary>
    public required bool InSample { get; init; }

    /// <summary>Number of folds of a cross-validation; null for a plain run.</summary>
    public int? Folds { get; init; }

    /// <summary>Relative tolerance at which rows and objectives were compared, official score aside (exact) and execution alike.</summary>
    public double Tolerance { get; init; } = CanonicalRow.Tolerance;

    /// <summary>The scores over all items.</summary>
    public required ImmutableArray<Score> Scores { get; init; }

    /// <summary>The scores without the problems of the errata list; null when none of the items is on it.</summary>
    public ImmutableArray<Score>? ScoresWithoutErrata { get; init; }

    /// <summary>How honest the system is about its doubt; null when it read nothing.</summary>
    public DoubtMeasures? Doubt { get; init; }

    /// <summary>The same without the problems of the errata list; null when none of the items is on it.</summary>
    public DoubtMeasures? DoubtWithoutErrata { get; init; }

    /// <summary>The items on the errata list.</summary>
    public ImmutableArray<Erratum> Errata { get; init; } = [];

    /// <summary>Kinds of errors, the most frequent first.</summary>
    public required ImmutableArray<ErrorFrequency> Errors { get; init; }

    /// <summary>What gold rows were read as.</summary>
    public required ImmutableArray<TypeConfusion> Confusion { get; init; }

    /// <summary>Times of the readings.</summary>
    public required Timing Timing { get; init; }

    /// <summary>What was used of language models; null for a system without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelUsage? Usage { get; init; }

    /// <summary>Who was right where a language model and the embedded reader read the same; null where only one of them did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Disagreement? Disagreement { get; init; }

    /// <summary>The problems in the order of the data set; fewer than <see cref="ProblemCount"/> when the run was cancelled.</summary>
    public required ImmutableArray<ProblemResult> Items { get; init; }

    /// <summary>Whether every problem was measured.</summary>
    public bool IsComplete => Items.Length == ProblemCount;

    /// <summary>A score by its id; null when the run has none such.</summary>
    public Score? this[string id] => Scores.FirstOrDefault(score => score.Id == id);
}
