using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Statements;

/// <summary>
/// Something that will be said to restrict the plan: one clause, one or more statements. A new kind is a case of its own, the phrases of its
/// <see cref="Section"/>, and an entry of <see cref="Sampling.StatementDraw"/>.
/// </summary>
internal abstract record Saying
{
    /// <summary>The section of the phrase book whose phrases say it, as clauses without a final stop.</summary>
    public abstract string Section { get; }

    /// <summary>The form of template that it stands for where its statements do not tell, as a share of several things; null for none.</summary>
    public virtual string? TemplateForm => null;

    /// <summary>What it says, the numbers tied to words.</summary>
    public abstract IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie);

    /// <summary>Fills the slots of its phrases.</summary>
    public abstract void Fill(Scope scope, ProblemWords words);

    /// <summary>The id of a variable.</summary>
    protected static DecisionVariableId Id(int variable) => new(variable);
}
