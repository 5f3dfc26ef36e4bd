using NlOpt.Formulation;
using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Paragraphs;

/// <summary>Reads paragraphs that connect activities, under names that the paragraph itself suggests.</summary>
internal static class LogicRule
{
    /// <summary>What a paragraph says about activities; null where it does not.</summary>
    public static ParagraphReading? Read(TextContext text, IReadOnlyList<ScoredVariableSet> proposed)
    {
        foreach (var set in proposed.Select(item => item.Set).Concat(NameChunks.Propose(text.Tokens)))
        {
            var clauses = ClauseReader.Read(text, set, Occurrences.Find(text.Tokens, set)).Clauses;
            var last = clauses.LastOrDefault(clause =>
                clause.Statement is Statement.Implication or Statement.Cardinality or Statement.Equivalence or Statement.ActivityRequirement
                    or Statement.ConditionalLimit);
            if (last is null || (last.Statement is Statement.ConditionalLimit
                && !Array.Exists(text.Tokens, token => token.Lower is "if" or "whenever" or "unless" or "only" or "none"))) continue;
            var statement = ClauseMeaning.Map(last.Statement, number => Written(number, text.Tokens), variable => variable);
            return new ParagraphReading(Template.Of(statement), statement, [.. set.Names.Select(keys => keys.MaxBy(key => key.Length)!.ToString())]);
        }

        return null;
    }

    private static SourcedNumber Written(SourcedNumber number, Token[] tokens) =>
        number.Evidence is { } span ? number with { Evidence = new Evidence(tokens[span.Start].Start, tokens[span.End - 1].End) } : number;
}
