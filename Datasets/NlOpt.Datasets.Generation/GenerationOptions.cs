using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Logic;
using NlOpt.Datasets.Generation.Sampling;

namespace NlOpt.Datasets.Generation;

/// <summary>Which part of the words problems are made of.</summary>
public enum GenerationBank
{
    /// <summary>Domains and phrasings that readers may learn from.</summary>
    Train,

    /// <summary>Domains that are never used for training, with phrasings of both kinds.</summary>
    HeldOut,
}

/// <summary>What to generate.</summary>
public sealed record GenerationOptions
{
    /// <summary>How many problems; at least 1.</summary>
    public required int Count
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Count));
            field = value;
        }
    }

    /// <summary>Decides everything: the same seed gives the same problems, and a larger count begins with those of a smaller one.</summary>
    /// <value>1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Which words.</summary>
    /// <value>Those for training.</value>
    public GenerationBank Bank { get; init; } = GenerationBank.Train;

    /// <summary>
    /// Ids of templates: every problem holds a statement of one of them and, beside these, only what stops its objective. Empty for the usual mix.
    /// </summary>
    /// <value>Empty.</value>
    public ImmutableArray<string> Templates
    {
        get;
        init
        {
            if (value.IsDefault) throw new ArgumentException("The list of templates must be set.", nameof(Templates));
            foreach (var id in value)
                if (!TemplateIds.Contains(id)) throw new ArgumentException($"There is no generator for the template '{id}'.", nameof(Templates));
            field = value;
        }
    } = [];

    /// <summary>Share of problems without any feasible plan, in [0, 1]; less where the templates cannot contradict each other.</summary>
    /// <value>0.03.</value>
    public double InfeasibleShare { get; init => field = Share(value); } = 0.03;

    /// <summary>Share of problems that nothing stops, in [0, 1]; less where the templates always stop.</summary>
    /// <value>0.01.</value>
    public double UnboundedShare { get; init => field = Share(value); } = 0.01;

    /// <summary>Share of problems with a typing error, in [0, 1].</summary>
    /// <value>0.04.</value>
    public double TypingErrorShare { get; init => field = Share(value); } = 0.04;

    /// <summary>The templates that can be asked for.</summary>
    public static ImmutableArray<string> TemplateIds { get; } = [.. TemplateMix.All.Select(pair => pair.Template)];

    /// <summary>Those of them that speak of what is done at all, of parts of the things, and of amounts that count once.</summary>
    public static ImmutableArray<string> LogicTemplateIds { get; } = [.. LogicMix.Usual.Select(pair => pair.Template)];

    private static double Share(double value) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A share lies between 0 and 1.");
}
