# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript psych.R DIR: item and test statistics by R and its package psych, of data sets that come with R's packages, as
# DIR/NAME.csv (the marks) and DIR/NAME.json (the statistics, in the form that `analyse --json` has, without what psych
# does not know). Rscript psych.R DIR PEOPLE SEED: the same of made-up marks.
suppressPackageStartupMessages(library(psych))

number <- function(x) formatC(x, digits = 17, format = "g")
field <- function(name, value) sprintf('"%s": %s', name, value)

item <- function(marks, name, alpha) {
    x <- marks[[name]]
    n <- length(x)
    bounds <- if (n > 0) prop.test(sum(x), n, correct = FALSE)$conf.int
    sprintf('{%s}', paste(field("name", sprintf('"%s"', name)), field("n", n), field("facility", number(mean(x))),
                          field("facilityLow", number(bounds[1])), field("facilityHigh", number(bounds[2])),
                          field("sd", number(sd(x))),
                          field("discrimination", number(cor(x, rowSums(marks) - x))),
                          field("alphaIfDropped", number(alpha$alpha.drop[name, "raw_alpha"])), sep = ", "))
}

write.one <- function(marks, path) {
    marks <- as.data.frame(marks)
    totals <- rowSums(marks)
    alpha <- suppressWarnings(alpha(marks, check.keys = FALSE, warnings = FALSE))
    # psych's own correlation with the rest is that of the standardized marks; both are the same to 14 digits here.
    stopifnot(max(abs(alpha$item.stats$r.drop - sapply(marks, function(x) cor(x, totals - x)))) < 1e-9)
    items <- sapply(names(marks), function(name) item(marks, name, alpha))
    test <- paste(field("mean", number(mean(totals))), field("median", number(median(totals))),
                  field("sd", number(sd(totals))), field("skewness", number(skew(totals, type = 2))),
                  field("kurtosis", number(kurtosi(totals, type = 2))),
                  field("alpha", number(alpha$total$raw_alpha)), sep = ", ")
    write.csv(marks, paste0(path, ".csv"), row.names = FALSE, quote = FALSE)
    writeLines(c("{", paste0(field("by", sprintf('"%s, psych %s"', R.version.string, packageVersion("psych"))), ","),
                 paste0(field("n", nrow(marks)), ","), '"items": [', paste(items, collapse = ",\n"), "],",
                 field("test", sprintf("{%s}", test)), "}"), paste0(path, ".json"))
}

arguments <- commandArgs(trailingOnly = TRUE)
path <- function(name) file.path(arguments[1], name)
if (length(arguments) == 1) {
    data(bock)
    write.one(lsat6, path("lsat6"))
    write.one(lsat7, path("lsat7"))
    ability <- na.omit(psychTools::ability)
    colnames(ability) <- gsub("[^a-z0-9.]", "-", colnames(ability))
    write.one(ability, path("ability"))
} else {
    set.seed(as.integer(arguments[3]))
    people <- as.integer(arguments[2])
    skill <- rnorm(people)
    marks <- sapply(seq(-1.5, 1.5, length.out = 12), function(hard) as.integer(skill + rnorm(people) > hard))
    colnames(marks) <- paste0("q", 1:12)
    write.one(marks, path("made-up"))
}
