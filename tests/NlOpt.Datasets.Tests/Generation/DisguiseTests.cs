using FluentAssertions;
using NlOpt.Datasets.Generation;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Datasets.Tests.Generation;

public class DisguiseTests
{
    [Fact]
    public void Disguised_problems_keep_their_form_and_no_name_of_their_bank()
    {
        var options = new GenerationOptions { Count = 40, Seed = 5, Templates = GenerationOptions.TemplateIds, TypingErrorShare = 0 };
        var generator = new ProblemGenerator(OrToolsSolvers.Automatic);
        var plain = generator.Generate(options).SelectMany(problem => problem.Formulation.Variables).Select(variable => variable.Name).ToHashSet();
        var disguised = generator.Generate(options with { DisguisedShare = 1 });
        disguised.SelectMany(problem => problem.Formulation.Variables).Count(variable => plain.Contains(variable.Name)).Should().BeLessThan(15);
        disguised.Should().OnlyContain(problem => problem.Mentions.Length > 0 && problem.Entities.Any(entity => entity.Label == "VAR"));
        generator.Generate(options with { DisguisedShare = 1 }).Select(problem => problem.Text).Should().Equal(disguised.Select(problem => problem.Text));
    }
}
